package io.github.sid4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatTest {
  private static Map<String, String> variables(String text) {
    return Stream.of(text.split(" "))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL_WORLD_SIZE=4 RANK=1,4",
    "OMPI_COMM_WORLD_LOCAL_SIZE=2,2",
    "MPI_LOCALNRANKS=3,3",
    "'SLURM_STEP_TASKS_PER_NODE=2(x3),1',2",
    "SLURM_STEP_TASKS_PER_NODE=x,1",
    "HOME=here,1"
  })
  void neighboursAreWhatTheLauncherSays(String text, int expected) {
    assertThat(Seat.neighbours(variables(text))).isEqualTo(expected);
  }

  @Test
  void withoutItsVariablesAProcessIsAlone() {
    Map<String, String> environment =
        new HashMap<>(
            variables(
                "RANK=1 WORLD_SIZE=2 MASTER_ADDR=h MASTER_PORT=1 SLURM_PROCID=1"
                    + " SLURM_STEP_NUM_TASKS=2 OMPI_COMM_WORLD_RANK=1 OMPI_COMM_WORLD_SIZE=2"
                    + " PMI_RANK=0 PMI_SIZE=2 SID_SEAT=1/2@h:1 PET_NODE_RANK=1 PET_NNODES=2"));
    assertThat(Seat.of(environment)).isPresent();
    environment.keySet().removeAll(Seat.variables());
    assertThat(Seat.of(environment)).isEmpty();
  }

  /** As the launchers set them, with what they set besides. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "torchrun | LOCAL_RANK=0 RANK=3 GROUP_RANK=3 ROLE_RANK=3 ROLE_NAME=default"
            + " LOCAL_WORLD_SIZE=1 WORLD_SIZE=4 GROUP_WORLD_SIZE=4 MASTER_ADDR=10.0.0.7"
            + " MASTER_PORT=40123 TORCHELASTIC_RESTART_COUNT=2 TORCHELASTIC_MAX_RESTARTS=3"
            + " TORCHELASTIC_RUN_ID=none TORCHELASTIC_USE_AGENT_STORE=True"
            + " | 3/4@10.0.0.7:40123#2",
        "PyTorchJob | PYTHONUNBUFFERED=1 MASTER_PORT=23456 PET_MASTER_PORT=23456"
            + " MASTER_ADDR=run-master-0 PET_MASTER_ADDR=run-master-0 WORLD_SIZE=3 RANK=1"
            + " PET_NODE_RANK=1 PET_NPROC_PER_NODE=1 PET_NNODES=3 | 1/3@run-master-0:23456#0",
        "TrainJob | PET_NNODES=2 PET_NPROC_PER_NODE=auto PET_NODE_RANK=1"
            + " PET_MASTER_ADDR=run-node-0-0.run PET_MASTER_PORT=29500 JOB_COMPLETION_INDEX=1"
            + " | 1/2@run-node-0-0.run:29500#0",
        "Volcano | VC_TASK_INDEX=0 MASTER_ADDR=j-master-0.j MASTER_PORT=23456 WORLD_SIZE=2 RANK=1"
            + " | 1/2@j-master-0.j:23456#0",
        "srun | SLURM_JOB_ID=1234567 SLURM_PROCID=2 SLURM_NTASKS=4 SLURM_STEP_NUM_TASKS=4"
            + " SLURM_LOCALID=0 SLURM_NODEID=2 SLURM_STEP_NODELIST=n[03-05,7],m1"
            + " SLURM_JOB_NODELIST=n[01-07] SLURM_RESTART_COUNT=1 | 2/4@n03:19567#1",
        "Open MPI | OMPI_COMM_WORLD_RANK=1 OMPI_COMM_WORLD_SIZE=2 OMPI_COMM_WORLD_LOCAL_RANK=1"
            + " MASTER_ADDR=node1 MASTER_PORT=31000 PMIX_RANK=1 | 1/2@node1:31000#0",
        "MPICH | PMI_RANK=0 PMI_SIZE=2 MPI_LOCALRANKID=0 MASTER_ADDR=node1 | 0/2@node1:29500#0",
        "Indexed Job | JOB_COMPLETION_INDEX=4 WORLD_SIZE=5 MASTER_ADDR=job-0.svc"
            + " | 4/5@job-0.svc:29500#0",
        "by hand | SID_SEAT=1/2@[::1]:4000 RANK=7 | 1/2@[::1]:4000#0",
        "on one machine | SID_SEAT=1/2@file:/tmp/a:b/meeting#3 | 1/2@file:/tmp/a:b/meeting#3"
      })
  void everyLauncherIsRead(String launcher, String environment, String seat) {
    assertThat(Seat.of(variables(environment)).map(Seat::text)).as(launcher).hasValue(seat);
  }

  @Test
  void anAgentThatServesIsRecognized() {
    Map<String, String> agent =
        variables(
            "RANK=0 WORLD_SIZE=2 MASTER_ADDR=h MASTER_PORT=1 TORCHELASTIC_USE_AGENT_STORE=True");
    assertThat(Seat.of(agent).orElseThrow().place())
        .isEqualTo(new MeetingPlace.BehindPort("h", 1, true));
    assertThat(
            Seat.of(variables("RANK=0 WORLD_SIZE=2 MASTER_ADDR=h MASTER_PORT=1"))
                .orElseThrow()
                .place())
        .isEqualTo(new MeetingPlace.BehindPort("h", 1, false));
  }

  /** The script of a Slurm job, a job of independent pods, and the only process of a launcher. */
  @ParameterizedTest
  @CsvSource({
    "HOME=/home/a",
    "SLURM_JOB_ID=7 SLURM_PROCID=0 SLURM_NTASKS=4 SLURM_JOB_NODELIST=n1",
    "JOB_COMPLETION_INDEX=3",
    "RANK=0 WORLD_SIZE=1",
    "PMI_RANK=0 PMI_SIZE=1"
  })
  void whoIsAloneTrainsAlone(String environment) {
    assertThat(Seat.of(variables(environment))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RANK=1 | the environment: expected the variable WORLD_SIZE next to RANK, found none",
        "WORLD_SIZE=2 | expected the variable RANK next to WORLD_SIZE",
        "RANK=1 WORLD_SIZE=2 MASTER_ADDR=h | expected the variable MASTER_PORT next to RANK,",
        "PMI_RANK=1 PMI_SIZE=2 | expected the variable MASTER_ADDR next to PMI_RANK, PMI_SIZE",
        "PET_NODE_RANK=0 PET_NNODES=1:4 | the variable PET_NNODES: expected a whole number",
        "RANK=2 WORLD_SIZE=2 MASTER_ADDR=h MASTER_PORT=1 | expected a rank of 0 to 1",
        "RANK=1 WORLD_SIZE=2 MASTER_ADDR=h MASTER_PORT=99999 | expected a port of 1 to 65535",
        "SID_SEAT=1of2 | SID_SEAT: expected RANK/SIZE@HOST:PORT or RANK/SIZE@file:PATH"
      })
  void halfOfWhatIsNeededIsRefusedWithWhatIsMissing(String environment, String message) {
    assertThatThrownBy(() -> Seat.of(variables(environment)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"n1|n1", "a[1-3],b|a1", "a[07,9]-ib|a07-ib", "b2,a[1-3]|b2", "r[1-2]c[5,6]|r1c5"})
  void theFirstOfSlurmsNodesIsFound(String nodes, String first) {
    assertThat(SlurmNodes.first(nodes)).isEqualTo(first);
  }
}
