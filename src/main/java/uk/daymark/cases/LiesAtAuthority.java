package uk.daymark.cases;

/** Whether a case lies at its authority. Every bean of this type is asked; while one says yes nothing but a person closes the case. */
public interface LiesAtAuthority {

    /** Whether a referral of the case, or what is decided for one of its parents, is under way. */
    boolean underWay(CaseFile file);
}
