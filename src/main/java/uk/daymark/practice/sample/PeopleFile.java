package uk.daymark.practice.sample;

import java.util.List;

/** {@code people.yaml}: the file says what its parts mean. */
record PeopleFile(List<Origin> origins, List<String> streets, FamilyRates families, PupilRates pupils) {

    record Origin(
            int share,
            List<String> languages,
            List<String> girls,
            List<String> boys,
            List<String> women,
            List<String> men,
            List<String> surnames) {}

    record FamilyRates(
            Siblings siblings,
            int together,
            int apart,
            int carers,
            int otherParentGetsLetters,
            int addressWithheld,
            int courtOrder,
            int doNotContact,
            int emergencyContact) {}

    record Siblings(int two, int three) {}

    record PupilRates(int freeMeals, int senSupport, int ehcPlan, int childInNeed, int childProtection) {}
}
