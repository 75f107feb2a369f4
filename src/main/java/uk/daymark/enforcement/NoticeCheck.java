package uk.daymark.enforcement;

/**
 * The rules that stand between an offence and a penalty notice. The same rules answer the check over HTTP, the pages before a
 * decision, and the issue itself.
 *
 * <p>Source: SI 2007/1867 as amended by SI 2024/210, as published in codes of conduct; Education Act 1996, sections 8 and 444A;
 * Magistrates' Courts Act 1980, section 127; every number from the policy.
 */
public interface NoticeCheck {

    /** Looks at every rule. Reads no clock and keeps nothing; never fails. */
    NoticeAnswer check(NoticeQuestion question);
}
