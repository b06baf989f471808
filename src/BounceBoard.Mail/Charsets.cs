using System.Runtime.CompilerServices;
using System.Text;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail;

/// <summary>Makes the charsets of the world's mail known.</summary>
internal static class Charsets
{
    /// <summary>
    /// Runs before anything else of this floor: MimeKit looks once, at its first use, which charsets there are. A signature that was verified before
    /// the first bounce was read would else leave Chinese and Japanese mail unreadable for as long as the process lives.
    /// </summary>
    [ModuleInitializer]
    internal static void Register()
    {
        Encoding.RegisterProvider(CommonEncodings.Instance);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }
}
