-- In whose name, by whom signed and from where refused mail was sent, as evidence tells it; empty where it does not.
CREATE TABLE seen_sender (
    tenant_id       BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    -- d= and s= of a signature, whether it holds or not.
    dkim_domain     TEXT COLLATE "C" NOT NULL,
    dkim_selector   TEXT COLLATE "C" NOT NULL,
    envelope_domain TEXT COLLATE "C" NOT NULL,
    -- Of the From field.
    author_domain   TEXT COLLATE "C" NOT NULL,
    sending_ip      TEXT COLLATE "C" NOT NULL,
    helo            TEXT COLLATE "C" NOT NULL,
    pool            TEXT COLLATE "C" NOT NULL,
    -- A trusted source told of it at least once.
    verified        BOOLEAN NOT NULL,
    reports         BIGINT  NOT NULL,
    last_at         BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool)
);
CREATE INDEX ix_seen_sender_time ON seen_sender (tenant_id, last_at);

-- What was told before; the From field and HELO were not kept then.
INSERT INTO seen_sender (tenant_id, dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool, verified, reports, last_at)
SELECT r.tenant_id, lower(substr(coalesce(r.dkim_domain, ''), 1, 253)), lower(substr(coalesce(r.dkim_selector, ''), 1, 253)),
    CASE WHEN position('@' in coalesce(r.sender, '')) > 0 THEN lower(substr(r.sender, position('@' in r.sender) + 1, 253)) ELSE '' END,
    '', substr(coalesce(r.sending_ip, ''), 1, 45), '', substr(coalesce(r.pool, ''), 1, 200), bool_or(r.verified), COUNT(*), MAX(r.occurred_at)
FROM refusal r
WHERE r.side = 'Sending' AND (r.dkim_selector IS NOT NULL OR r.sending_ip IS NOT NULL)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
