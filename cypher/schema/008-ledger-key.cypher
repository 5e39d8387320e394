// One batch is in the ledger once.
CREATE CONSTRAINT ledger_key IF NOT EXISTS FOR (b:LoadedBatch) REQUIRE b.key IS UNIQUE
