namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What a reader does about DKIM.</summary>
internal static class DkimAdvice
{
    private const string Rotation = "Make a new key of 2,048 bits under a new selector, publish it, switch the signer over, and empty p of the old one after a week.";

    public static readonly HealthAdvice Short = Advice.Of("The key is shorter than it should be.", "Keys under 1,024 bits can be broken at home and verifiers must refuse them; 1,024 bits are on their way out.", Rotation);

    public static readonly HealthAdvice Several = Advice.Of("There is more than one TXT record at the selector.", "What verifiers then do is undefined; most fail.", "Delete all but the one that the signer uses.");

    public static readonly HealthAdvice Revoked = Advice.Of("The selector was named here, and its key is revoked.", "A signature made with it fails.", "Name the selector that the signer uses today.");

    public static readonly HealthAdvice Invalid = Advice.Of("Verifiers cannot use the record.", "Every signature made with the selector fails, and through it DMARC.", "Copy the record from the signer again, without quotes and backslashes, and in one piece.");

    public static readonly HealthAdvice Odd = Advice.Of("Some verifiers stumble over the record.", "Signatures pass at one receiver and fail at the next.", "Correct what the evidence names.");

    public static readonly HealthAdvice Reused = Advice.Of("Several selectors have the same key.", "Who holds it for one system signs as all of them, and rotation of one changes nothing.", "Give each system a key of its own.");

    public static HealthAdvice None(string domain) => Advice.Of(
        $"{domain} publishes no DKIM key at all.", "Its mail cannot be signed in its own name: DMARC passes by SPF alone and breaks when mail is forwarded.",
        "Switch on DKIM for the own domain at each system or provider that sends.", "Publish the record that it shows.");

    public static HealthAdvice Gone(SelectorKey key) => Advice.Of(
        key.Selector.Origin == SelectorOrigin.Seen ? "Mail was signed with this selector, and its key is gone." : "The selector was named here, and nothing stands there.",
        "Signatures made with it fail.", "Publish the key again, or switch the signer to another selector.", "Where the selector is no longer used, nothing need be done.");

    public static HealthAdvice Testing(SelectorKey key, string domain) => Advice.Of(
        "t=y says that the domain only tests DKIM.", "A signature that fails is then treated as none at all.", "Remove y from the tag t.").Publishing(
            key.Reading?.Key is { } live && live.Text.Contains("t=y;", StringComparison.Ordinal)
                ? [Advice.Txt(KeyName.Of(key.Selector.Selector, domain), live.Text.Replace("t=y;", "", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal))] : []);
}
