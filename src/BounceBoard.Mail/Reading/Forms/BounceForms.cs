namespace BounceBoard.Mail.Reading.Forms;

/// <summary>The one list of forms: a new one is one file and one line here.</summary>
internal static class BounceForms
{
    public static IReadOnlyList<IBounceForm> InOrder { get; } =
    [
        new OldSendmailForm(),
        new ErrorMessageBelowForm(),
        new IMailForm(),
        new KddiForm(),
        new NotesForm(),
        new GoogleGroupsForm(),
        new DragonFlyForm(),
        new RecipientLineForm(),
        new QuotedAddressForm(),
    ];
}
