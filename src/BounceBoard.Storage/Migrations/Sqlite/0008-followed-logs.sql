-- A source that follows a growing log. Its path is the source's folder.
CREATE TABLE followed_log (
    tenant_id  INTEGER NOT NULL,
    source_id  INTEGER NOT NULL,
    -- The machine whose file it is; null: any that has it (one machine, or a network folder).
    host       TEXT,
    -- Pieces taken so far: the number of the last one.
    ordinal    INTEGER NOT NULL,
    read_at    INTEGER,
    rotated_at INTEGER,
    -- What keeps it from being read now; null while nothing does.
    problem    TEXT,
    problem_at INTEGER,
    -- The last moment at which lines may have been lost, and how.
    loss       TEXT,
    loss_at    INTEGER,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
) WITHOUT ROWID;

-- The file behind the path, from rotation to rotation: the one that is read, and the one before, which may still get a late line.
CREATE TABLE log_generation (
    tenant_id        INTEGER NOT NULL,
    source_id        INTEGER NOT NULL,
    number           INTEGER NOT NULL,
    -- Where it was last seen, links resolved.
    file             TEXT    NOT NULL,
    device           INTEGER NOT NULL,
    inode            INTEGER NOT NULL,
    -- SHA-256 of the first bytes, because inodes are used again; empty while there were none.
    fingerprint      TEXT    NOT NULL,
    fingerprint_size INTEGER NOT NULL,
    -- Bytes that are committed as evidence; of a compressed file, expanded.
    position         INTEGER NOT NULL,
    -- Of the file when all its whole lines had been taken; less while some wait.
    size             INTEGER NOT NULL,
    modified_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, source_id, number),
    FOREIGN KEY (tenant_id, source_id) REFERENCES followed_log (tenant_id, source_id)
) WITHOUT ROWID;
