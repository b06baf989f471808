using System.Globalization;
using System.Text;
using BounceBoard.Core;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>The evidence as one block of plain text, fit for a ticket at somebody else's postmaster. Times are UTC, unknown is written as unknown.</summary>
public static class PostmasterText
{
    /// <param name="endpoint">The refusal that stands for the incident; null when there is none.</param>
    /// <param name="visible">Takes out what this person may not see.</param>
    public static string Write(IncidentRow incident, EndpointView? endpoint, Func<string, string> visible)
    {
        var text = new StringBuilder();
        Line(text, "Refused mail", incident.Title);
        Line(text, "Refusals", Number($"{incident.Refusals} for {incident.People} recipients"));
        Line(text, "First, last", $"{Time(incident.FirstAt)}, {Time(incident.LastAt)}");
        if (endpoint is not null)
        {
            Refusal(text, endpoint.Refusal);
            Mx(text, endpoint);
        }
        return visible(text.ToString());
    }

    private static void Refusal(StringBuilder text, RefusalRow refusal)
    {
        text.Append("\nOne of them\n");
        Line(text, "Recipient", refusal.Recipient);
        Line(text, "Envelope sender", Sender(refusal));
        Line(text, "When", Time(refusal.OccurredAt));
        Line(text, "Refusing server", refusal.RemoteMta);
        Line(text, "Refusing address", refusal.RemoteIp is { } ip ? $"{ip} ({KebabName.Of(refusal.RemoteIpSource)})" : null);
        foreach (var (number, hop) in HopsJson.Read(refusal.Hops).Index())
        {
            Line(text, number == 0 ? "Passed on by" : "Said behind it by", hop.Reply is null ? hop.Shown : $"{hop.Shown}: {hop.Reply}");
        }
        Line(text, "Sending address", refusal.SendingIp?.ToString());
        Line(text, "Stage", refusal.Stage is { } stage ? KebabName.Of(stage) : null);
        Line(text, "Reply", refusal.ReplyText ?? (refusal.ReplyCode is { } code ? Number($"{code}") : null));
        Line(text, "Status", refusal.Status);
        Line(text, "Message-ID", refusal.MessageId);
        Line(text, "Queue id", refusal.QueueId);
    }

    private static void Mx(StringBuilder text, EndpointView view)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nMX of {view.Domain} as asked\n");
        foreach (var finding in view.Now.Resolvers)
        {
            Line(text, finding.Resolver, finding.Observation is null ? "not asked" : Answer(finding));
        }
        Line(text, "Compared", view.Now.How);
    }

    private static string Answer(ResolverFinding finding)
    {
        var observation = finding.Observation ?? throw new ArgumentException("A finding without an answer.", nameof(finding));
        var hosts = MxAnswerText.Hosts(observation.Answer);
        var addresses = MxAnswerText.Addresses(observation.Answer);
        var answer = hosts.Count == addresses.Count ? string.Join("; ", hosts.Zip(addresses, (host, list) => $"{host} [{list}]")) : string.Join("; ", hosts);
        var ttl = observation.Answer.Ttl is { } seconds ? Number($", TTL {seconds} s") : "";
        return $"{answer}{ttl}, from {Time(observation.From)}, last seen {Time(observation.SeenUntil)}";
    }

    private static void Line(StringBuilder text, string name, string? value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name + ":",-18} {VisibleText.Marked(value ?? "unknown").ReplaceLineEndings(" ")}\n");

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Number(FormattableString text) => FormattableString.Invariant(text);

    private static string? Sender(RefusalRow refusal) => refusal.Sender switch
    {
        "" => "<> (null sender)",
        { } sender when refusal.Derived.HasFlag(ReportFields.Sender) => $"{sender} (derived)",
        var sender => sender,
    };
}
