using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Registration;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whether the domain will still be the tenant's next month. Carries no points; what is about to end caps the score.</summary>
internal static class RegistrationChecks
{
    private static readonly TimeSpan Grave = TimeSpan.FromDays(14);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>The registry has taken the name out of DNS, or is about to (RFC 8056 §2, RFC 3915 §3.1).</summary>
    private static readonly string[] Going = ["redemption period", "pending delete", "client hold", "server hold"];

    private static readonly HealthRule Rule = new("registration", CheckArea.Dns, "The registration of the domain does not end soon", "RFC 9083 §4.5");

    public static IEnumerable<Judged> Find(Examined examined) =>
    [
        SpecialNames.Contains(examined.Facts.Domain) ? Rule.NotApplicable("Nobody registers names of this kind.")
            : examined.Facts.Registration is { IsUnknown: false } registration ? Of(registration, examined.Facts.At)
            : Rule.Unknown(examined.Facts.Registration?.Problem ?? "The registry was not asked."),
    ];

    private static Judged Of(RegistrationFact registration, DateTimeOffset at)
    {
        List<string> evidence = [.. Lines(registration)];
        var left = registration.ExpiresAt - at;
        return registration.Statuses.FirstOrDefault(status => Going.Contains(status, StringComparer.OrdinalIgnoreCase)) is { } status
                ? Rule.Fail(Taken(status), evidence) with { Cap = CapId.RegistrationEnds }
            : left is not { } rest ? Rule.Unknown([.. evidence, "The registry does not say when the registration ends."])
            : rest < Grave ? Rule.Fail(Renew(rest), evidence) with { Cap = CapId.RegistrationEnds }
            : rest < Soon ? Rule.Warn(Renew(rest), evidence)
            : Rule.Pass(evidence);
    }

    private static IEnumerable<string> Lines(RegistrationFact registration) => new[]
    {
        registration.ExpiresAt is { } end ? string.Create(CultureInfo.InvariantCulture, $"{registration.Name} is registered until {end:yyyy-MM-dd}.") : "",
        registration.Registrar.Length > 0 ? $"Registrar: {registration.Registrar}." : "",
        registration.Statuses.Count > 0 ? $"Status: {string.Join(", ", registration.Statuses)}." : "",
    }.Where(line => line.Length > 0);

    private static HealthAdvice Renew(TimeSpan rest) => Advice.Of(
        rest < TimeSpan.Zero ? "The registration has ended." : string.Create(CultureInfo.InvariantCulture, $"The registration ends in {Math.Floor(rest.TotalDays):0} days."),
        "Then every record of the domain is gone: no mail arrives, all that is sent fails, and somebody else may register the name and receive its mail.",
        "Renew it at the registrar.", "Where it renews by itself, look whether the payment went through.");

    private static HealthAdvice Taken(string status) => Advice.Of(
        $"The registry holds the domain as \"{status}\".", "A name in this state is not in DNS or will be deleted: no mail arrives, and somebody else may register it.",
        "Ask the registrar at once what is missing, and restore the registration.");
}
