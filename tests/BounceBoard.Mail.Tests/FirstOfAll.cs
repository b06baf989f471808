using System.Runtime.CompilerServices;
using BounceBoard.Mail.Reading;

namespace BounceBoard.Mail.Tests;

/// <summary>Tests that use MimeKit by themselves would else be its first use, before the house has made the charsets known.</summary>
internal static class FirstOfAll
{
    [ModuleInitializer]
    internal static void Run() => RuntimeHelpers.RunModuleConstructor(typeof(BounceParser).Module.ModuleHandle);
}
