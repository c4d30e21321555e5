package pmradar.web;

/// What was asked makes no sense; answered with 400 and this sentence.
class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
