using BounceBoard.Mail.Sending;
using BounceBoard.Operations.Alerts;
using Xunit;

namespace BounceBoard.Operations.Tests.Alerts;

public sealed class AlertOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreGood() => Assert.True(new AlertOptionsCheck().Validate(null, new AlertOptions()).Succeeded);

    [Fact]
    public void Validate_EveryFault_IsNamedAtOnce()
    {
        var options = new AlertOptions { OwnerMail = "nobody" };
        (options.Smtp.Host, options.Smtp.Port, options.Smtp.Tls, options.Smtp.User) = ("mail.example.net", 0, SmtpTls.None, "u");

        var failures = string.Join('\n', new AlertOptionsCheck().Validate(null, options).Failures ?? []);

        foreach (var key in (string[])["Alerts:OwnerMail", "Alerts:Smtp:From", "Alerts:Smtp:Port", "Alerts:Smtp:Tls", "Alerts:Smtp:Password"])
        {
            Assert.Contains(key, failures, StringComparison.Ordinal);
        }
    }
}
