-- Whose personal data is not to be in dead letters: a letter that is stored after an erasure asks here. Those that were
-- stored before are gone through page by page; swept is the position up to which that is done, null once it is.
-- (V0_9 and V0_10 are the platform's.)
CREATE TABLE erased_subject
(
    subject   text PRIMARY KEY,
    erased_at timestamptz NOT NULL,
    swept     bigint DEFAULT 0
);
CREATE INDEX erased_subject_unswept ON erased_subject (swept) WHERE swept IS NOT NULL;
CREATE INDEX dead_letter_unsettled ON dead_letter (position) WHERE state IN ('OPEN', 'WAITING');
