using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>One way a server fails, and the one outcome it must have.</summary>
/// <param name="At">Where the server does it.</param>
/// <param name="Stage">What the outcome names.</param>
internal sealed record FailureScenario(
    string Name, SinkStage At, SinkAction Action, RetryOutcomeKind Kind, SmtpStage Stage, int? Code = null, bool Recipient = false, int Counted = 0, RetryTls Tls = RetryTls.None);
