using System.Net;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>One at a time per address: a mail server may count connections, and many domains share one.</summary>
internal sealed class AddressTurns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Gate> _gates = [];

    public async Task<T> InTurnAsync<T>(IPAddress address, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var gate = Enter(address);
        try
        {
            await gate.Door.WaitAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                gate.Door.Release();
            }
        }
        finally
        {
            Leave(address, gate);
        }
    }

    private Gate Enter(IPAddress address)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(address, out var gate))
            {
                _gates[address] = gate = new Gate();
            }
            gate.Users++;
            return gate;
        }
    }

    private void Leave(IPAddress address, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(address);
                gate.Door.Dispose();
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public int Users { get; set; }
    }
}
