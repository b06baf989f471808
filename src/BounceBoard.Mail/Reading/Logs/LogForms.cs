using BounceBoard.Mail.Reading.ExchangeTracking;
using BounceBoard.Mail.Reading.EximLog;
using BounceBoard.Mail.Reading.HarakaLog;
using BounceBoard.Mail.Reading.KumoMtaJson;
using BounceBoard.Mail.Reading.OpenSmtpdLog;
using BounceBoard.Mail.Reading.PostfixLog;
using BounceBoard.Mail.Reading.PowerMtaCsv;
using BounceBoard.Mail.Reading.SendmailLog;
using BounceBoard.Mail.Reading.ZoneMtaLog;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>The one list of log forms; a new one is one folder and one line here.</summary>
internal static class LogForms
{
    public static IReadOnlyList<ILogForm> InOrder { get; } =
    [
        new PostfixLogForm(),
        new EximLogForm(),
        new SendmailLogForm(),
        new OpenSmtpdLogForm(),
        new PowerMtaCsvForm(),
        new ExchangeTrackingForm(),
        new KumoMtaJsonForm(),
        new HarakaLogForm(),
        new ZoneMtaLogForm(),
    ];
}
