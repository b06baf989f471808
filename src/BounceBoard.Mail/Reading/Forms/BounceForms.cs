namespace BounceBoard.Mail.Reading.Forms;

/// <summary>The one list of forms: a new one is one file and one line here.</summary>
internal static class BounceForms
{
    public static IReadOnlyList<IBounceForm> InOrder { get; } =
    [
        new SendmailForm(),
        new OldSendmailForm(),
        new ErrorMessageBelowForm(),
        new IMailForm(),
        new KddiForm(),
        new NotesForm(),
        new GoogleGroupsForm(),
        new DragonFlyForm(),
        new MailMarshalForm(),
        new MFilterForm(),
        new MDaemonForm(),
        new RejectedRecipientForm(),
        new FmlForm(),
        new Exchange2003Form(),
        new ExchangeForm(),
        new RecipientLineForm(),
        new InterMailForm(),
        new QuotedAddressForm(),
    ];
}
