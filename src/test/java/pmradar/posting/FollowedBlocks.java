package pmradar.posting;

import org.springframework.context.ApplicationContext;

/// Has stored postings follow the block list at once, for tests from outside the room; else a job does.
public final class FollowedBlocks {

    private FollowedBlocks() {}

    public static void in(ApplicationContext context) {
        context.getBean(BlockWalk.class).run();
    }
}
