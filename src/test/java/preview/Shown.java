package preview;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Gives an object that has the reading methods of a face the whole face: what pages do not call is refused.
public final class Shown {

    private Shown() {}

    public static <T> T as(Class<T> face, Object held) {
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(), new Class<?>[] {face}, (_, method, arguments) -> {
                    try {
                        return held.getClass()
                                .getMethod(method.getName(), method.getParameterTypes())
                                .invoke(held, arguments);
                    } catch (NoSuchMethodException notShown) {
                        throw new UnsupportedOperationException("the preview only shows: " + method, notShown);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
