-- Whom a school means to name, and why, while a referral waits to be submitted. Nobody is named as a parent by this.
create table referral_draft (
    referral_id bigint        not null references referral (id),
    place       integer       not null,
    -- Empty where only a reason was written.
    contact_id  bigint references contact (id),
    because     varchar(2000) not null,
    primary key (referral_id, place)
);
