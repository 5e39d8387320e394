// Topics of graphs made before were kept apart by name; now by id.
DROP CONSTRAINT topic_name IF EXISTS
