using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What a reader does about SPF.</summary>
internal static class SpfAdvice
{
    private const string Gone = "With a permanent error SPF is worth nothing: DMARC then has only DKIM to go by, and some receivers refuse the mail.";
    private const string Room = "The next provider that is added, or a provider that adds a look-up of its own, makes SPF a permanent error without warning.";

    public static HealthAdvice Missing(Examined examined) => Advice.Of(
        $"{examined.Domain} does not say which servers may send its mail.",
        "Receivers cannot tell genuine mail by the server it comes from; large ones refuse mail of bulk senders without SPF.",
        "List the servers and providers that send for the domain.",
        "Publish one TXT record with them, ended by ~all.").Publishing(
            examined.Route.Hosts.Count > 0 ? [Advice.Txt(examined.Domain, "v=spf1 mx ~all")] : []);

    public static HealthAdvice Doubled(Examined examined, RecordAnswer answer) => Advice.Of(
        $"{examined.Domain} has more than one record that begins with v=spf1.", Gone,
        "Join the terms of all records into one.", "Delete the others.").Publishing(SpfRepair.Joined(examined.Domain, answer.Records) is { } joined ? [joined] : []);

    public static HealthAdvice For(SpfFindingKind kind, Examined examined) => TextFor(kind).Publishing(SpfRepair.Repaired(examined) is { } repaired ? [repaired] : []);

    private static HealthAdvice TextFor(SpfFindingKind kind) => kind switch
    {
        SpfFindingKind.SyntaxError => Advice.Of("A term cannot be read, which makes the whole record invalid.", Gone, "Correct or remove the term that the evidence names; in a provider's record, ask the provider."),
        SpfFindingKind.IncludeWithoutRecord or SpfFindingKind.RedirectWithoutRecord or SpfFindingKind.MultipleRecords =>
            Advice.Of("A record that this one leads to is missing or doubled.", Gone, "Ask the provider for the name it wants included today.", "Remove the term when the provider is no longer used."),
        SpfFindingKind.Loop => Advice.Of("The records lead in a circle.", Gone, "Remove the include that leads back."),
        SpfFindingKind.TooManyExchanges => Advice.Of("An mx term leads to more than ten hosts.", Gone, "Replace the term by the networks of the hosts that send."),
        SpfFindingKind.PassAll => Advice.Of("+all lets every server in the world send for the domain.", "Forged mail passes SPF, and through it DMARC.", "End the record in ~all."),
        SpfFindingKind.NeutralAll or SpfFindingKind.NoAll => Advice.Of("The record says nothing about servers that it does not list.", "A forger's server is neither right nor wrong, so SPF stops nobody.", "End the record in ~all; with DMARC, -all does no more."),
        SpfFindingKind.TooManyLookups => Advice.Of("A check of the record needs more than ten look-ups.", Gone, "Remove providers that send no mail any more.", "Replace a and mx by the networks themselves.", "Let a provider send from a subdomain with a record of its own."),
        SpfFindingKind.ManyLookups => Advice.Of("A check of the record needs nine or ten of the ten look-ups.", Room, "Remove providers that send no mail any more.", "Let a provider send from a subdomain with a record of its own."),
        SpfFindingKind.TooManyVoidLookups => Advice.Of("More than two names in the record do not exist or have no address.", Gone, "Remove the terms whose names are gone."),
        SpfFindingKind.VoidLookups => Advice.Of("The record names hosts that do not exist or have no address.", "At the third, SPF is a permanent error.", "Remove the terms whose names are gone."),
        SpfFindingKind.LongRecord or SpfFindingKind.LargeAnswer => Advice.Of("The record is longer than 450 octets.", "The answer may need TCP, which some firewalls break; then SPF is a temporary error.", "Move networks into a record of their own and include it, where look-ups allow."),
        SpfFindingKind.Ptr => Advice.Of("ptr asks for the name of whoever connects.", "It is slow, it is to be given up, and some receivers skip it.", "Replace it by ip4, ip6 or a."),
        SpfFindingKind.WideNetwork or SpfFindingKind.PrivateNetwork => Advice.Of("The record lets a network pass that is far larger than any sender.", "Strangers in it pass SPF, and through it DMARC.", "Name the networks of the servers that send."),
        SpfFindingKind.TermsAfterAll or SpfFindingKind.RedirectWithAll or SpfFindingKind.RepeatedTerm or SpfFindingKind.UnknownModifier =>
            Advice.Of("A term of the record is never used, or used twice.", "It was meant to do something, and does not.", "Put it before all, once, or remove it."),
        SpfFindingKind.AlmostARecord or SpfFindingKind.SenderIdRecord or SpfFindingKind.NoRecord or SpfFindingKind.UnusableExplanation or SpfFindingKind.Unanswered =>
            Advice.Of("A record looks like SPF and is none.", "Receivers do not see it.", "Correct it or delete it."),
    };
}
