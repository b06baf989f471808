-- A source that follows a growing log. Its path is the source's folder.
CREATE TABLE followed_log (
    tenant_id  BIGINT  NOT NULL,
    source_id  BIGINT  NOT NULL,
    -- The machine whose file it is; null: any that has it (one machine, or a network folder).
    host       TEXT,
    -- Pieces taken so far: the number of the last one.
    ordinal    BIGINT  NOT NULL,
    read_at    BIGINT,
    rotated_at BIGINT,
    -- What keeps it from being read now; null while nothing does.
    problem    TEXT,
    problem_at BIGINT,
    -- The last moment at which lines may have been lost, and how.
    loss       TEXT,
    loss_at    BIGINT,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
);

-- The file behind the path, from rotation to rotation: the one that is read, and the one before, which may still get a late line.
CREATE TABLE log_generation (
    tenant_id        BIGINT  NOT NULL,
    source_id        BIGINT  NOT NULL,
    number           BIGINT  NOT NULL,
    -- Where it was last seen, links resolved.
    file             TEXT    NOT NULL,
    device           BIGINT  NOT NULL,
    inode            BIGINT  NOT NULL,
    -- SHA-256 of the first bytes, because inodes are used again; empty while there were none.
    fingerprint      TEXT    NOT NULL,
    fingerprint_size BIGINT  NOT NULL,
    -- Bytes that are committed as evidence; of a compressed file, expanded.
    position         BIGINT  NOT NULL,
    -- Of the file when all its whole lines had been taken; less while some wait.
    size             BIGINT  NOT NULL,
    modified_at      BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, source_id, number),
    FOREIGN KEY (tenant_id, source_id) REFERENCES followed_log (tenant_id, source_id)
);
