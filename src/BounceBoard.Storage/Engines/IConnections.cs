using System.Data;
using System.Data.Common;

namespace BounceBoard.Storage.Engines;

/// <summary>Opens connections to one database.</summary>
internal interface IConnections : IDisposable
{
    string Name { get; }

    string ConnectionString { get; }

    IsolationLevel Isolation { get; }

    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);
}
