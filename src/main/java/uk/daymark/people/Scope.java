package uk.daymark.people;

import java.util.Optional;

/** The schools whose records somebody may work with. */
public sealed interface Scope {

    /** Whether that school is one of them. */
    boolean holds(School school);

    /** The one school of somebody who works at a school; empty for the others. */
    default Optional<Urn> homeSchool() {
        return Optional.empty();
    }

    /** One school, which need not be known yet. */
    static Scope school(Urn urn) {
        return new OneSchool(urn);
    }

    /** All schools of a local authority, named as its policy is. */
    static Scope authority(String name) {
        return new OneAuthority(name);
    }

    /** All schools. */
    static Scope everywhere() {
        return new Everywhere();
    }

    /** No school. */
    static Scope nowhere() {
        return new Nowhere();
    }

    /** One school. */
    record OneSchool(Urn urn) implements Scope {

        @Override
        public boolean holds(School school) {
            return school.urn().equals(urn);
        }

        @Override
        public Optional<Urn> homeSchool() {
            return Optional.of(urn);
        }
    }

    /** The schools of one authority. */
    record OneAuthority(String name) implements Scope {

        @Override
        public boolean holds(School school) {
            return school.authority().equals(name);
        }
    }

    /** Every school. */
    record Everywhere() implements Scope {

        @Override
        public boolean holds(School school) {
            return true;
        }
    }

    /** No school. */
    record Nowhere() implements Scope {

        @Override
        public boolean holds(School school) {
            return false;
        }
    }
}
