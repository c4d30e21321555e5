package pmradar.web;

import org.springframework.security.access.AccessDeniedException;

/// Someone who is signed in may not do what they asked for; answered with 403 and this sentence.
class Denied extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    Denied(String message) {
        super(message);
    }
}
