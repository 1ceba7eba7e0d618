// A FIX counterparty made of QuickFIX, driven line by line.
//
//   quickfix_peer acceptor|initiator memory|file SETTINGS.cfg
//
// Commands on stdin:
//   send N      sends N ExecutionReports; ExecID (17) counts from 1 over the life of the process
//   reset N     sends a SequenceReset-Reset with NewSeqNo N, and goes on with that number
//   logon-reset N  sends a Logon with ResetSeqNumFlag (141) Y in session, as soon as N is expected of the counterparty
//   stop        logs out and ends
// Reports on stdout, one a line:
//   ready                                the acceptor listens, or the initiator has begun to connect
//   logon | logout
//   got MSGTYPE EXECID MSGSEQNUM Y|N     an application message was delivered (last: PossDupFlag)
//   admin MSGTYPE MSGSEQNUM              an administrative message arrived
//   sent EXECID                          an ExecutionReport was handed to QuickFIX
//   error TEXT
#include <quickfix/Application.h>
#include <quickfix/FileLog.h>
#include <quickfix/FileStore.h>
#include <quickfix/Message.h>
#include <quickfix/MessageStore.h>
#include <quickfix/Session.h>
#include <quickfix/SessionSettings.h>
#include <quickfix/SocketAcceptor.h>
#include <quickfix/SocketInitiator.h>

#include <iostream>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>

namespace {

std::mutex report_mutex;

// QuickFIX calls from its own threads; a report is one whole line.
void report(const std::string &line) {
  const std::lock_guard<std::mutex> lock(report_mutex);
  std::cout << line << std::endl;
}

std::string value_of(const FIX::FieldMap &fields, int tag) {
  return fields.isSetField(tag) ? fields.getField(tag) : std::string("-");
}

class Peer : public FIX::Application {
public:
  void onCreate(const FIX::SessionID &id) override { session = id; }
  void onLogon(const FIX::SessionID &) override { report("logon"); }
  void onLogout(const FIX::SessionID &) override { report("logout"); }
  void toAdmin(FIX::Message &, const FIX::SessionID &) override {}
  void toApp(FIX::Message &, const FIX::SessionID &) throw(FIX::DoNotSend) override {}

  void fromAdmin(const FIX::Message &message, const FIX::SessionID &)
      throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::RejectLogon) override {
    report("admin " + value_of(message.getHeader(), 35) + " " + value_of(message.getHeader(), 34));
  }

  void fromApp(const FIX::Message &message, const FIX::SessionID &)
      throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::UnsupportedMessageType)
          override {
    const FIX::Header &header = message.getHeader();
    const std::string poss_dup = value_of(header, 43) == "Y" ? "Y" : "N";
    report("got " + value_of(header, 35) + " " + value_of(message, 17) + " " + value_of(header, 34) + " " + poss_dup);
  }

  void send_execution_report() {
    const std::string exec_id = std::to_string(++exec_ids);
    FIX::Message message;
    message.getHeader().setField(35, "8");
    message.setField(6, "100.25");
    message.setField(14, "10");
    message.setField(17, exec_id);
    message.setField(37, "ORDER" + exec_id);
    message.setField(39, "2");
    message.setField(54, "1");
    message.setField(55, "FIXN");
    message.setField(150, "F");
    message.setField(151, "0");
    // QuickFIX stores and numbers it even when the session is down.
    FIX::Session::sendToTarget(message, session);
    report("sent " + exec_id);
  }

  void send_sequence_reset(unsigned long number) {
    FIX::Message message;
    message.getHeader().setField(35, "4");
    message.setField(36, std::to_string(number));
    message.setField(123, "N");
    FIX::Session *fix = FIX::Session::lookupSession(session);
    fix->send(message);
    fix->setNextSenderMsgSeqNum(int(number));
  }

  void send_logon_with_reset(unsigned long expected) {
    FIX::Session *fix = FIX::Session::lookupSession(session);
    // QuickFIX delivers a message before it counts it, on another thread.
    while (fix->getExpectedTargetNum() != int(expected)) std::this_thread::yield();
    FIX::Message message;
    message.getHeader().setField(35, "A");
    message.setField(98, "0");
    message.setField(108, "30");
    message.setField(141, "Y");
    // QuickFIX resets its own numbers when it sends this.
    fix->send(message);
  }

  FIX::SessionID session;

private:
  unsigned long exec_ids = 0;
};

template <typename Connector>
void serve(Peer &peer, FIX::MessageStoreFactory &store, const FIX::SessionSettings &settings) {
  std::unique_ptr<FIX::LogFactory> log;
  if (settings.get().has("FileLogPath")) log.reset(new FIX::FileLogFactory(settings));
  std::unique_ptr<Connector> connector(log ? new Connector(peer, store, settings, *log)
                                           : new Connector(peer, store, settings));
  connector->start();
  report("ready");
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string command;
    unsigned long count = 0;
    words >> command >> count;
    if (command == "stop") break;
    if (command == "logon-reset") {
      peer.send_logon_with_reset(count);
      continue;
    }
    if (command == "reset") {
      peer.send_sequence_reset(count);
      continue;
    }
    if (command != "send") {
      report("error unknown command " + line);
      continue;
    }
    for (; count > 0; --count) peer.send_execution_report();
  }
  connector->stop();
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 4) {
    std::cerr << "usage: quickfix_peer acceptor|initiator memory|file SETTINGS.cfg\n";
    return 2;
  }
  try {
    const FIX::SessionSettings settings(argv[3]);
    std::unique_ptr<FIX::MessageStoreFactory> store;
    if (std::string(argv[2]) == "file") store.reset(new FIX::FileStoreFactory(settings));
    else store.reset(new FIX::MemoryStoreFactory());
    Peer peer;
    if (std::string(argv[1]) == "acceptor") serve<FIX::SocketAcceptor>(peer, *store, settings);
    else serve<FIX::SocketInitiator>(peer, *store, settings);
  } catch (const std::exception &error) {
    report(std::string("error ") + error.what());
    return 1;
  }
  return 0;
}
