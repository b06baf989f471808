using System.Globalization;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Web.Hosting;

/// <summary>What people and programs are told of a database that is away; the engine's own words stand in the log.</summary>
internal static class OutageWords
{
    public const string Unsure = "What was just sent may not have been stored: look before you send it again.";

    /// <param name="state">Null when it was away just now and answers again.</param>
    public static string Of(OutageState? state) => state switch
    {
        null => "The database did not answer just now; nothing is lost, trying again.",
        { Kind: StorageFault.Full } => $"The disk of the database is full since {Clock(state)}; what is stored can be read, nothing new is taken until there is space.",
        _ => $"The database does not answer since {Clock(state)}; nothing is lost, trying again.",
    };

    private static string Clock(OutageState state) => state.Since.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
