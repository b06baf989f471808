using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Libero and Virgilio (Italiaonline): replies end with the server and a number, <c>[smtp-03.iol.local; LIB_120]</c>.</summary>
internal static class Libero
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "libero.it", "virgilio.it", "iol.local",
        ],
        Marks =
        [
            ".iol.local",
        ],
        Rows =
        [
            new("lib_120", RequiresPtr, "421, no reverse DNS"),
            new("no reverse dns", RequiresPtr, "reverse DNS"),
            new("invalid domain", AuthFailed, "after the message: mostly a From that DMARC refuses") { Stage = SmtpStage.EndOfData },
            new("invalid domain", SenderRejected, "greeting or envelope sender"),
        ],
    };
}
