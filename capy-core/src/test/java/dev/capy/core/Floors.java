package dev.capy.core;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The floors of the house: which package stands where, and which imports that allows. */
final class Floors {

    static final String ROOT = "dev.capy.core";

    /** From the ground up. The root package stands above them all. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("kernel", "files", "shell"),
            Set.of("vm", "source", "script", "catalog", "account", "project"),
            Set.of("setup", "provisioning", "warmpool", "snapshot"),
            Set.of("task", "review", "session", "browser"),
            Set.of("thread"),
            Set.of("automation", "usage", "capx"),
            Set.of("fixture"),
            Set.of("dump"),
            Set.of(""));

    /** What a package may import of its own floor. */
    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "files", Set.of("kernel"),
            "shell", Set.of("kernel", "files"),
            "project", Set.of("account"),
            "provisioning", Set.of("setup"),
            "warmpool", Set.of("setup", "provisioning"),
            "snapshot", Set.of("setup", "provisioning"));

    /** All that a package may import, for those that may not import all that is below. */
    private static final Map<String, Set<String>> ONLY = Map.of("capx", Set.of("kernel", "script"));

    private static final Map<String, Integer> FLOOR_OF = floorOf();

    private Floors() {}

    private static Map<String, Integer> floorOf() {
        Map<String, Integer> floors = new HashMap<>();
        for (Set<String> floor : FLOORS) {
            floor.forEach(name -> floors.put(name, FLOORS.indexOf(floor)));
        }
        return floors;
    }

    static ArchCondition<JavaClass> importOnlyDownwards() {
        return new ArchCondition<>("stand on a floor and import only what stands below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = packageOf(type);
                if (!FLOOR_OF.containsKey(from)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " stands on no floor"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isOurs(target) && !mayImport(from, packageOf(target))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static boolean mayImport(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        if (ONLY.containsKey(from)) {
            return ONLY.get(from).contains(to);
        }
        return FLOOR_OF.getOrDefault(to, FLOORS.size()) < FLOOR_OF.getOrDefault(from, 0)
                || NEIGHBOURS.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The name of the package right below the root that a class belongs to; empty for the root itself. */
    private static String packageOf(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", -1)[0];
    }
}
