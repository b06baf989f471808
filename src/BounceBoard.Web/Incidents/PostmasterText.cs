using BounceBoard.Core;
using BounceBoard.Core.Bounces;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>The evidence as one block of plain text, fit for a ticket at somebody else's postmaster. Times are UTC, unknown is written as unknown.</summary>
public static class PostmasterText
{
    /// <param name="verdict">In force; null before the first.</param>
    /// <param name="endpoint">The refusal that stands for the incident; null when there is none.</param>
    /// <param name="visible">Takes out what is not to be seen.</param>
    public static string Write(IncidentRow incident, VerdictRow? verdict, EndpointView? endpoint, Func<string, string> visible)
    {
        var text = new PostmasterLines(visible);
        text.Line("Refused mail", incident.Title);
        text.Line("Counted", Number($"{incident.Refusals:N0} refusals for {incident.People:N0} recipients"));
        text.Line("First, last", $"{PostmasterLines.Time(incident.FirstAt)}, {PostmasterLines.Time(incident.LastAt)}");
        if (verdict is not null)
        {
            text.Line("What it looks like", EnumWords.Of(verdict.Cause));
            text.Line("Because", verdict.Finding.Reasons.FirstOrDefault(reason => reason.For)?.Text);
        }
        if (endpoint is not null)
        {
            text.Line("Who must act", MustAct(endpoint, verdict));
            Refusal(text, endpoint.Refusal);
            PostmasterMx.Write(text, endpoint);
        }
        return text.ToString();
    }

    private static string MustAct(EndpointView view, VerdictRow? verdict)
    {
        if (HopsJson.Read(view.Refusal.Hops) is [_, .., var inner])
        {
            return $"the administrator of {inner.Shown}, whose refusal was passed on";
        }
        return WhoActs.Of(view, verdict?.Cause);
    }

    private static void Refusal(PostmasterLines text, RefusalRow refusal)
    {
        text.Title("One of the refusals");
        text.Line("Recipient", refusal.Recipient);
        text.Line("Original-Recipient", refusal.OriginalRecipient);
        text.Line("Envelope sender", Sender(refusal));
        text.Line("When", $"{PostmasterLines.Time(refusal.OccurredAt)} ({KebabName.Of(refusal.OccurredSource)})");
        text.Line("Refusing server", refusal.RemoteMta);
        text.Line("Refusing address", refusal.RemoteIp is { } ip ? $"{ip} ({KebabName.Of(refusal.RemoteIpSource)})" : null);
        text.Line("Port", refusal.RemotePort is { } port ? Number($"{port}") : null);
        foreach (var (number, hop) in HopsJson.Read(refusal.Hops).Index())
        {
            text.Line(number == 0 ? "Passed on by" : "Said behind it by", hop.Reply is null ? hop.Shown : $"{hop.Shown}: {hop.Reply}");
        }
        text.Line("Reporting-MTA", refusal.ReportingMta);
        text.Line("Sending address", refusal.SendingIp?.ToString());
        text.Line("Action", refusal.Action);
        text.Line("Status", refusal.Status);
        text.Line("Stage", refusal.Stage is { } stage ? KebabName.Of(stage) : null);
        text.Line("Diagnostic-Code", refusal.ReplyText ?? (refusal.ReplyCode is { } code ? Number($"{code}") : null));
        text.Line("DKIM d= s=", refusal.DkimDomain is null ? null : $"{refusal.DkimDomain} {refusal.DkimSelector}");
        // The receiver finds the message in its log by these; they name no person.
        text.Plain("Message-ID", refusal.MessageId);
        text.Plain("Queue id", refusal.QueueId);
    }

    private static string Number(FormattableString text) => FormattableString.Invariant(text);

    private static string? Sender(RefusalRow refusal) => refusal.Sender switch
    {
        "" => "<> (null sender)",
        { } sender when refusal.Derived.HasFlag(ReportFields.Sender) => $"{sender} (derived)",
        var sender => sender,
    };
}
