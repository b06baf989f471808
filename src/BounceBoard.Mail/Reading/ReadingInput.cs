using System.Text.Json;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Mail.Reading;

/// <summary>What a reader is given: the item, when it arrived, what was learned from earlier pieces of the same log, and the mail or the posted payload when it is one.</summary>
internal sealed record ReadingInput(EvidenceItem Item, DateTimeOffset ReceivedAt, LogSession Session, ReceivedMail? Mail, JsonElement? Payload);
