package uk.daymark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same call, made by four at the same moment. */
public final class AtOnce {

    private static final int HOW_MANY = 4;

    private AtOnce() {}

    /** What each of the four was answered. */
    public static List<Integer> statuses(Callable<Integer> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(HOW_MANY);
        CountDownLatch ready = new CountDownLatch(HOW_MANY);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < HOW_MANY; i++) {
                answers.add(callers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            callers.shutdownNow();
        }
    }
}
