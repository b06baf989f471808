using BounceBoard.Core.Addresses;
using BounceBoard.Mail.Sending;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Alerts;

/// <summary>Names every fault of the section <c>Alerts</c> at once, each by its full key.</summary>
internal sealed class AlertOptionsCheck : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var found = Faults(options).OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static IEnumerable<string?> Faults(AlertOptions options)
    {
        var smtp = options.Smtp;
        if (options.OwnerMail.Length > 0)
        {
            yield return Address("OwnerMail", options.OwnerMail);
            yield return smtp.IsSet ? null : "Alerts:OwnerMail is set but Alerts:Smtp:Host is not. Name the server that takes the mail.";
        }
        if (!smtp.IsSet)
        {
            yield break;
        }
        yield return Address("Smtp:From", smtp.From);
        yield return smtp.Port is >= 1 and <= 65535 ? null : $"Alerts:Smtp:Port is {smtp.Port}. Allowed are 1 to 65535.";
        yield return smtp.User.Length > 0 && smtp.Tls == SmtpTls.None
            ? "Alerts:Smtp:User is set but Alerts:Smtp:Tls is None. A password is sent encrypted only: set StartTls or Implicit."
            : null;
        yield return (smtp.User.Length > 0) == (smtp.Password.Length > 0)
            ? null
            : "Alerts:Smtp:User and Alerts:Smtp:Password belong together: set both or none.";
    }

    private static string? Address(string key, string value) => EmailAddress.TryParse(value, out _)
        ? null
        : $"Alerts:{key} is '{value}', which is no mail address.";
}
