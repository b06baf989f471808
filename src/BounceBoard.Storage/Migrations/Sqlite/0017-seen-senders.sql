-- In whose name, by whom signed and from where refused mail was sent, as evidence tells it; empty where it does not.
CREATE TABLE seen_sender (
    tenant_id       INTEGER NOT NULL REFERENCES tenant (tenant_id),
    -- d= and s= of a signature, whether it holds or not.
    dkim_domain     TEXT    NOT NULL,
    dkim_selector   TEXT    NOT NULL,
    envelope_domain TEXT    NOT NULL,
    -- Of the From field.
    author_domain   TEXT    NOT NULL,
    sending_ip      TEXT    NOT NULL,
    helo            TEXT    NOT NULL,
    pool            TEXT    NOT NULL,
    -- A trusted source told of it at least once.
    verified        INTEGER NOT NULL,
    reports         INTEGER NOT NULL,
    last_at         INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool)
);
CREATE INDEX ix_seen_sender_time ON seen_sender (tenant_id, last_at);

-- What was told before; the From field and HELO were not kept then.
INSERT INTO seen_sender (tenant_id, dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool, verified, reports, last_at)
SELECT r.tenant_id, lower(substr(coalesce(r.dkim_domain, ''), 1, 253)), lower(substr(coalesce(r.dkim_selector, ''), 1, 253)),
    CASE WHEN instr(coalesce(r.sender, ''), '@') > 0 THEN lower(substr(r.sender, instr(r.sender, '@') + 1, 253)) ELSE '' END,
    '', substr(coalesce(r.sending_ip, ''), 1, 45), '', substr(coalesce(r.pool, ''), 1, 200), MAX(r.verified), COUNT(*), MAX(r.occurred_at)
FROM refusal r
WHERE r.side = 'Sending' AND (r.dkim_selector IS NOT NULL OR r.sending_ip IS NOT NULL)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
