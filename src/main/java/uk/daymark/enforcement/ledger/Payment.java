package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.time.Dates;
import uk.daymark.web.Conflict;

/**
 * Money that came.
 *
 * @param id given by Daymark
 * @param entryId given by whoever entered it, so that sending it twice enters it once
 * @param keptBy the authority that it came to
 * @param reference what the payer gave as reference, as it was given; may be empty text
 * @param payer the name on the payment; may be empty text
 * @param shares how much of it went to which notice; those undone are left out
 * @param paidBack how much of what went to no notice was paid back
 * @param struckWhy why it was struck out; empty while it stands
 */
public record Payment(
        long id,
        String entryId,
        String keptBy,
        LocalDate receivedOn,
        Money amount,
        Method method,
        String reference,
        String payer,
        String recordedBy,
        List<Share> shares,
        Money paidBack,
        Optional<String> struckWhy) {

    public Payment {
        shares = List.copyOf(shares);
    }

    /** How money came. */
    public enum Method {
        BANK("Bank transfer"),
        CARD("Card"),
        CHEQUE("Cheque"),
        CASH("Cash"),
        OTHER("Other");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /** A part of it that went to a notice. */
    public record Share(NoticeRef notice, Money amount) {}

    /** What went to no notice and was not paid back: a person has to settle it. */
    public Money unmatched() {
        return struckWhy.isPresent() ? Money.NONE : amount.less(shared()).less(paidBack);
    }

    /** What went to notices. */
    public Money shared() {
        return shares.stream().map(Share::amount).reduce(Money.NONE, Money::plus);
    }

    /**
     * This payment, where it was entered again. Two people who enter the same payment mean one payment; the same id for something else
     * is a mistake. What it went to may have been settled otherwise since, so that is not compared.
     *
     * @throws Conflict where it was struck out, or something else was entered
     */
    Payment again(Payments.Came came) {
        struckWhy.ifPresent(why -> {
            throw new Conflict("The payment with this entry id was struck out: " + why
                    + " If it did come, enter it with an id of its own.");
        });
        boolean same = amount.equals(came.amount())
                && receivedOn.equals(came.receivedOn())
                && reference.equals(came.reference())
                && payer.equals(came.payer());
        if (!same) {
            throw new Conflict("Another payment was entered with this entry id: " + amount + " on "
                    + Dates.inWords(receivedOn) + ". Give each payment an id of its own.");
        }
        return this;
    }

    /** What it went to, in words. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        shares.forEach(share -> words.append(share.amount())
                .append(" for ")
                .append(share.notice())
                .append(", "));
        return words.append(unmatched()).append(" unmatched").toString();
    }
}
