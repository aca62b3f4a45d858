CREATE TABLE IF NOT EXISTS worlds (
    id VARCHAR(100) PRIMARY KEY,
    seed BIGINT NOT NULL,
    world_time VARCHAR(50) NOT NULL,
    clock_mode VARCHAR(20) NOT NULL,
    ids_drawn BIGINT NOT NULL,
    work_drawn BIGINT NOT NULL,
    last_entry BIGINT NOT NULL,
    last_event BIGINT NOT NULL,
    settings TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS world_tables (
    world VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    last_sequence BIGINT NOT NULL,
    PRIMARY KEY (world, name)
);

CREATE TABLE IF NOT EXISTS records (
    world VARCHAR(100) NOT NULL,
    type VARCHAR(100) NOT NULL,
    sequence BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (world, type, sequence)
);

CREATE TABLE IF NOT EXISTS timeline (
    world VARCHAR(100) NOT NULL,
    sequence BIGINT NOT NULL,
    due VARCHAR(50) NOT NULL,
    foreground BOOLEAN NOT NULL,
    name VARCHAR(1000) NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (world, sequence)
);

CREATE TABLE IF NOT EXISTS events (
    world VARCHAR(100) NOT NULL,
    number BIGINT NOT NULL,
    at VARCHAR(50) NOT NULL,
    kind VARCHAR(100) NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (world, number)
);

CREATE TABLE IF NOT EXISTS parts (
    world VARCHAR(100) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    name VARCHAR(64) NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (world, kind, name)
);
