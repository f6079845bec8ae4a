-- one row per respondent of the draft of whom the database holds a questionnaire: none
CREATE OR REPLACE TEMP TABLE dikenal (siapa UBIGINT, responden_kunci UBIGINT);
