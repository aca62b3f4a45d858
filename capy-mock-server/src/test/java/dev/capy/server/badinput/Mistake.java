package dev.capy.server.badinput;

import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** One thing done wrong in a request that is good otherwise, and the status that it gets. */
enum Mistake {
    NO_TOKEN(401, Where.WITH_A_TOKEN) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).without("Authorization");
        }
    },
    SCHEME_WITHOUT_TOKEN(401, Where.WITH_A_TOKEN) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Authorization", "Bearer");
        }
    },
    OTHER_SCHEME(401, Where.WITH_A_TOKEN) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Authorization", "Basic Y2FweV9kZW1vOg==");
        }
    },
    TOKEN_ALONE(401, Where.WITH_A_TOKEN) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Authorization", "capy_demo");
        }
    },
    UNKNOWN_TOKEN(401, Where.WITH_A_TOKEN) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Authorization", "Bearer capy_demo2");
        }
    },
    PROJECT_OF_ANOTHER(403, Where.IN_A_PROJECT) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Authorization", "Bearer capy_demo_outsider");
        }
    },
    THING_OF_ANOTHER(404, Where.ON_A_THREAD_OR_TASK) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Authorization", "Bearer capy_demo_outsider");
        }
    },
    UNKNOWN_ID(404, Where.ON_A_THING) {
        @Override
        Exchange make(Known known, Operation operation) {
            String path = operation
                    .path()
                    .replace("{number}", "1")
                    .replace("{sequence}", "1")
                    .replaceAll("\\{\\w+}", "nothing");
            return good(known.client().request(operation.method(), path + known.query(operation)), known, operation);
        }
    },
    UNKNOWN_INSTANCE(404, Where.ON_AN_INSTANCE) {
        @Override
        Exchange make(Known known, Operation operation) {
            String path = known.path(operation).replaceFirst("[^/]*$", "nothing");
            return good(known.client().request(operation.method(), path), known, operation);
        }
    },
    UNKNOWN_NUMBER(404, Where.ON_A_NUMBER) {
        @Override
        Exchange make(Known known, Operation operation) {
            return numbered("999999999", known, operation);
        }
    },
    NUMBER_IS_A_WORD(422, Where.ON_A_NUMBER) {
        @Override
        Exchange make(Known known, Operation operation) {
            return numbered("one", known, operation);
        }
    },
    NUMBER_IS_ZERO(422, Where.ON_A_NUMBER) {
        @Override
        Exchange make(Known known, Operation operation) {
            return numbered("0", known, operation);
        }
    },
    NUMBER_IS_HUGE(422, Where.ON_A_NUMBER) {
        @Override
        Exchange make(Known known, Operation operation) {
            return numbered("99999999999999999999", known, operation);
        }
    },
    UNKNOWN_WORLD(404, Where.IN_A_WORLD) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "world=nowhere");
        }
    },
    WORLD_WITHOUT_AN_ID(422, Where.IN_A_WORLD) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "world=");
        }
    },
    TWO_WORLDS(422, Where.IN_A_WORLD) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "world=default&world=default");
        }
    },
    OTHER_METHOD(405, Where.ANYWHERE) {
        @Override
        Exchange make(Known known, Operation operation) {
            return known.client().request("PURGE", known.path(operation));
        }
    },
    TOO_LONG(413, Where.WITH_A_SMALL_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json(" ".repeat(ONE_MIB + 1));
        }
    },
    TOO_LONG_IN_CHUNKS(413, Where.WITH_A_SMALL_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).chunked(new byte[ONE_MIB + 1]);
        }
    },
    COMPRESSED(415, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Content-Encoding", "gzip");
        }
    },
    OTHER_TYPE(415, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).header("Content-Type", "text/plain");
        }
    },
    NO_TYPE(415, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return known.client()
                    .request(operation.method(), known.path(operation))
                    .body(BodyPublishers.ofString(known.body(operation)));
        }
    },
    NO_BODY(422, Where.WITHOUT_ITS_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return known.client().request(operation.method(), known.path(operation));
        }
    },
    HALF_A_BODY(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json("{\"enabled\": tr");
        }
    },
    TWO_BODIES(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json(known.body(operation) + known.body(operation));
        }
    },
    NULL_BODY(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json("null");
        }
    },
    LIST_FOR_BODY(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json("[" + known.body(operation) + "]");
        }
    },
    FIELD_TWICE(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json("{\"prompt\": \"a\", \"prompt\": \"b\"}");
        }
    },
    UNKNOWN_FIELD(422, Where.WITH_FIELDS) {
        @Override
        Exchange make(Known known, Operation operation) {
            String body = known.body(operation).replaceFirst("}$", "");
            return good(known, operation).json(body + (body.equals("{") ? "" : ",") + Json.text("'capybara': 1}"));
        }
    },
    NESTED_TOO_DEEP(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            return good(known, operation).json("{\"prompt\":".repeat(50_000) + "1" + "}".repeat(50_000));
        }
    },
    NOT_UTF_8(422, Where.WITH_A_BODY) {
        @Override
        Exchange make(Known known, Operation operation) {
            byte[] latin = "{\"prompt\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
            return good(known, operation).body(BodyPublishers.ofByteArray(latin));
        }
    },
    LIMIT_TOO_LOW(422, Where.IN_A_LIST) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "limit=0");
        }
    },
    LIMIT_TOO_HIGH(422, Where.IN_A_LIST) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "limit=101");
        }
    },
    LIMIT_IS_NO_NUMBER(422, Where.IN_A_LIST) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "limit=many");
        }
    },
    LIMIT_TWICE(422, Where.IN_A_LIST) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "limit=1&limit=1");
        }
    },
    MADE_UP_CURSOR(422, Where.IN_PAGES) {
        @Override
        Exchange make(Known known, Operation operation) {
            return withQuery(known, operation, "cursor=AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAA");
        }
    };

    private static final int ONE_MIB = 1 << 20;

    private final int status;
    private final Where where;

    Mistake(int status, Where where) {
        this.status = status;
        this.where = where;
    }

    /** The request with this mistake in it. */
    abstract Exchange make(Known known, Operation operation);

    /** Whether it can be made with this operation. */
    boolean isPossible(Operation operation) {
        return where.holds(operation);
    }

    int status() {
        return status;
    }

    /** The code that goes with the status. */
    String code() {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 413 -> "content_too_large";
            case 415 -> "unsupported_media_type";
            default -> "validation_error";
        };
    }

    private static Exchange good(Known known, Operation operation) {
        return good(known.client().request(operation.method(), known.path(operation)), known, operation);
    }

    private static Exchange good(Exchange exchange, Known known, Operation operation) {
        return operation.hasBody() ? exchange.json(known.body(operation)) : exchange;
    }

    private static Exchange numbered(String number, Known known, Operation operation) {
        String path = known.path(operation.path().replace("{number}", number));
        return good(known.client().request(operation.method(), path), known, operation);
    }

    private static Exchange withQuery(Known known, Operation operation, String query) {
        String path = known.path(operation);
        String full = path + (path.contains("?") ? "&" : "?") + query;
        return good(known.client().request(operation.method(), full), known, operation);
    }
}
