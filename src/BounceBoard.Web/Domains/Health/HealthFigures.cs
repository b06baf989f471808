using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Web.Domains.Health;

/// <summary>What the list of domains says of one examination.</summary>
/// <param name="Policy">Null where no policy is published, or none is known.</param>
/// <param name="HasNoPolicy">It is known that no DMARC record speaks for the domain.</param>
/// <param name="Cells">SPF, DKIM, DMARC, MX, MTA-STS, TLS-RPT, blocklists: each with its title.</param>
public sealed record HealthFigures(DmarcPolicy? Policy, bool HasNoPolicy, IReadOnlyList<(string Title, HealthCell Cell)> Cells)
{
    public static HealthFigures Of(DomainHealth health) => new(
        health.Dmarc.Policy, health.Dmarc is { IsUnknown: false, Policy: null },
        [
            ("SPF", HealthCells.Spf(health)), ("DKIM", HealthCells.Dkim(health)), ("DMARC", HealthCells.Dmarc(health)), ("MX", HealthCells.Mx(health)),
            ("MTA-STS", HealthCells.MtaSts(health)), ("TLS-RPT", HealthCells.TlsRpt(health)), ("Blocklists", HealthCells.Blocklists(health)),
        ]);
}
