using System.Data;
using System.Globalization;
using System.Net;
using BounceBoard.Core.Tenants;
using Dapper;

namespace BounceBoard.Storage.Database;

/// <summary>Tells Dapper how the house's types stand in columns: times as unix milliseconds, addresses as text.</summary>
internal static class TypeHandlers
{
    private static int _registered;

    public static void Register()
    {
        if (Interlocked.Exchange(ref _registered, 1) == 1)
        {
            return;
        }
        // tenant_id fills TenantId without an alias.
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Without this Dapper's own mapping wins over the handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new Milliseconds());
        SqlMapper.AddTypeHandler(new TenantIds());
        SqlMapper.AddTypeHandler(new Addresses());
    }

    // Not SqlMapper.TypeHandler: that one leaves the type of a missing time open, and PostgreSQL asks for it.
    private sealed class Milliseconds : SqlMapper.ITypeHandler
    {
        public object Parse(Type destinationType, object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value is DateTimeOffset time ? time.ToUnixTimeMilliseconds() : DBNull.Value;
        }
    }

    private sealed class TenantIds : SqlMapper.TypeHandler<TenantId>
    {
        public override TenantId Parse(object value) => new(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, TenantId value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Value;
        }
    }

    private sealed class Addresses : SqlMapper.TypeHandler<IPAddress>
    {
        public override IPAddress Parse(object value) => IPAddress.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, IPAddress? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is null ? DBNull.Value : value.ToString();
        }
    }
}
