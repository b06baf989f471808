using System.Globalization;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Web.Domains.Health;

/// <summary>The health of a domain in words. What is unknown is said so; it never becomes a zero.</summary>
internal static class HealthWords
{
    /// <summary><c>82 (74–90)</c>; one figure where nothing unknown could move it.</summary>
    public static string Score(int? value, int low, int high) => value is not { } known ? "unknown"
        : low == high ? Number(known)
        : string.Create(CultureInfo.InvariantCulture, $"{known} ({low}–{high})");

    /// <summary>For voices: <c>Score 82, between 74 and 90, grade B, coverage 84 %</c>.</summary>
    public static string Spoken(HealthScore score) => score.Value is not { } value ? "Score unknown: nothing could be found out."
        : string.Create(CultureInfo.InvariantCulture, $"Score {value}, between {score.Low} and {score.High}, grade {score.Grade}, coverage {score.Coverage} %");

    /// <summary>Points, with a decimal only where there is one.</summary>
    public static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    /// <summary>Class for a grade's colour; the letter itself stands beside it.</summary>
    public static string Tone(string grade) => grade switch { "A" or "B" => "good", "C" or "D" => "warn", "" => "held", _ => "stop" };

    public static string Of(CheckState state) => state switch
    {
        CheckState.Pass => "in order",
        CheckState.Warn => "not fully met",
        CheckState.Fail => "not met",
        CheckState.Unknown => "unknown",
        CheckState.NotApplicable => "does not apply",
    };

    public static string Css(CheckState state) => state switch
    {
        CheckState.Pass => "pass",
        CheckState.Warn => "warns",
        CheckState.Fail => "fails",
        CheckState.Unknown => "unknown",
        CheckState.NotApplicable => "apart",
    };

    public static string Sign(CheckState state) => state switch
    {
        CheckState.Pass => "✓",
        CheckState.Warn => "!",
        CheckState.Fail => "✗",
        CheckState.Unknown => "?",
        CheckState.NotApplicable => "–",
    };

    public static string Of(CheckArea area) => area switch
    {
        CheckArea.Spf => "SPF",
        CheckArea.Dkim => "DKIM",
        CheckArea.Dmarc => "DMARC",
        CheckArea.Mx => "Mail servers (MX)",
        CheckArea.Transport => "Transport security",
        CheckArea.Sending => "Sending addresses",
        CheckArea.Blocklists => "Blocklists",
        CheckArea.Dns => "DNS",
        CheckArea.Bimi => "BIMI",
    };

    public static string Of(DmarcPolicy policy) => policy switch
    {
        DmarcPolicy.None => "none",
        DmarcPolicy.Quarantine => "quarantine",
        DmarcPolicy.Reject => "reject",
    };

    public static string Of(DnsState state) => state switch
    {
        DnsState.Found => "found",
        DnsState.Absent => "none",
        DnsState.Unknown => "unknown",
    };

    public static string Of(DomainProfile profile) => profile switch
    {
        DomainProfile.Sending => "sends mail",
        DomainProfile.Parked => "sends no mail",
    };

    public static string Of(SelectorOrigin origin) => origin switch
    {
        SelectorOrigin.Configured => "named by you",
        SelectorOrigin.Seen => "seen in mail",
        SelectorOrigin.Common => "tried because many use it",
    };

    /// <summary>As a zone file writes it: <c>TXT</c>.</summary>
    public static string Type(RecordType type) => type.ToString().ToUpperInvariant();

    /// <summary>Id of a check's place on the page: letters, digits and hyphens only.</summary>
    public static string Anchor(string prefix, string key) => $"{prefix}-{string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";
}
