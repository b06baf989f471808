using System.Reflection;
using BounceBoard.Storage.Engines;

namespace BounceBoard.TestKit.Storage;

/// <summary>The engine that the running test project is about; its project file says so: <c>AssemblyMetadata TestEngine</c>.</summary>
public static class TestEngine
{
    public static StorageProvider Current { get; } = Read();

    private static StorageProvider Read()
    {
        var said = Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(it => it.Key == nameof(TestEngine))?.Value;
        return said is null ? StorageProvider.Sqlite : Enum.Parse<StorageProvider>(said);
    }
}
