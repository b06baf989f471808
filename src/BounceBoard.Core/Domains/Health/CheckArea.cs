namespace BounceBoard.Core.Domains.Health;

/// <summary>Where a check stands on the page.</summary>
public enum CheckArea { Spf, Dkim, Dmarc, Mx, Transport, Sending, Blocklists, Dns, Bimi }
