package pmradar.web;

/// What a client wanted to change is no longer as it knew it; answered with 412.
class Changed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Changed() {
        super("It has changed since it was read. Read it again, then decide anew.");
    }
}
