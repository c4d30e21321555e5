package pmradar.web;

/// What was asked for does not exist; answered with 404 and this sentence.
class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere(String message) {
        super(message);
    }
}
