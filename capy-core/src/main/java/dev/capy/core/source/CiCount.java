package dev.capy.core.source;

/**
 * How often a job has run on a branch.
 *
 * @param repoFullName whose branch
 * @param branch its name
 * @param job the job's name
 * @param runs how often
 */
record CiCount(String repoFullName, String branch, String job, int runs) {

    static String id(String repoFullName, String branch, String job) {
        return repoFullName + "#" + branch + " " + job;
    }

    String id() {
        return id(repoFullName, branch, job);
    }

    CiCount oneMore() {
        return new CiCount(repoFullName, branch, job, runs + 1);
    }
}
